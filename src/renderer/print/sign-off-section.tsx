import type { ExitPack, PrintedSignature } from '@domain/reporting/exit-pack'
import { signatureField, strokePath } from '@domain/sign-off/signature'
import { referenceText } from '@domain/sign-off/verify'

/** What a sponsor signs, in the app or with ink, and what the signature is put to; all of it on one page. */
export function SignOffSection({ signOff }: { readonly signOff: ExitPack['signOff'] }) {
  const { sponsor, signed, earlier, hashes } = signOff
  return (
    <section className="together">
      <h2>Sign-off</h2>
      {signed ? (
        <Signed signed={signed} />
      ) : (
        <Unsigned sponsor={sponsor} isSignedBefore={earlier.length > 0} />
      )}
      <div className="together">
        <h3>What is signed</h3>
        <p className="quiet">
          SHA-256 fingerprints of what this pack says. The same content always has the same one; one letter
          more or less gives another. The app tells a genuine signed file from an altered one.
        </p>
        <table className="figures hashes">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Fingerprint</th>
            </tr>
          </thead>
          <tbody>
            {hashes.map(({ of, sha256 }) => (
              <tr key={of}>
                <th scope="row">{of}</th>
                <td className="hash">{sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {earlier.length > 0 && <Earlier lines={earlier} />}
    </section>
  )
}

function Signed({ signed }: { readonly signed: PrintedSignature }) {
  const { reference, decision, name, role, day, conditions, typed, strokes } = signed
  return (
    <div className="signed">
      <p className="signed-decision">{decision}</p>
      {conditions && (
        <>
          <h3>Conditions</h3>
          <p>
            <bdi>{conditions}</bdi>
          </p>
        </>
      )}
      <div className="signed-by">
        {typed === null ? (
          <svg
            viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
            role="img"
            aria-label={`Drawn signature of ${name}`}
          >
            <path className="signature" d={strokes.map(strokePath).join('')} />
          </svg>
        ) : (
          <p className="signature-typed">
            <bdi>{typed}</bdi>
          </p>
        )}
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {role && (
            <>
              , <bdi>{role}</bdi>
            </>
          )}
        </p>
        <p>Signed on {day}</p>
      </div>
      <p className="aside">{`Reference: ${referenceText(reference)}`}</p>
    </div>
  )
}

/** Room for ink. */
function Unsigned(props: { readonly sponsor: string; readonly isSignedBefore: boolean }) {
  const { sponsor, isSignedBefore } = props
  return (
    <div className="unsigned">
      <p>{`Not signed.${isSignedBefore ? ' What was signed before stands below.' : ''} Hypercare, as this pack tells of it, is`}</p>
      <ul className="choices">
        <li>accepted: support goes on as steady-state</li>
        <li>accepted with the conditions below</li>
        <li>extended to the day below</li>
      </ul>
      <p className="ink" data-size="large">
        Conditions, or the day
      </p>
      <div className="ink-pair">
        <p className="ink">{sponsor ? `Name (${sponsor})` : 'Name'}</p>
        <p className="ink">Role</p>
        <p className="ink">Date</p>
        <p className="ink">Signature</p>
      </div>
    </div>
  )
}

function Earlier({ lines }: { readonly lines: ExitPack['signOff']['earlier'] }) {
  return (
    <div className="together">
      <h3>Signed before</h3>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">Decision</th>
            <th scope="col">By</th>
            <th scope="col">On</th>
            <th scope="col">Reference</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ reference, decision, name, role, day }) => (
            <tr key={reference}>
              <th scope="row">{decision}</th>
              <td>
                <bdi>{[name, role].filter(Boolean).join(', ')}</bdi>
              </td>
              <td>{day}</td>
              <td>{reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
