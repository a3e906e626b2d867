import { useEffect, useState } from 'react'
import { pictureIn } from '../../storage/attached-file'
import { useSession, useVersion } from '../../storage/queries'

/** What is known of an attached file's content. */
export type Content =
  | { readonly kind: 'reading' }
  /** Not on this laptop: the laptop it was attached on has not handed it over yet. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly blob: Blob }
  /** `url` is good for as long as the content is on the screen. */
  | {
      readonly kind: 'picture'
      readonly blob: Blob
      readonly url: string
      readonly width: number
      readonly height: number
    }

const reading: Content = { kind: 'reading' }

export function useContent(sha256: string | null | undefined): Content {
  const session = useSession()
  const [content, setContent] = useState<Content>(reading)
  const version = useVersion('attachment')
  // Only what is missing can still come.
  const asked = content.kind === 'missing' ? version : 0
  useEffect(() => {
    void asked
    let url: string | undefined
    let left = false
    const read = async (): Promise<Content> => {
      const blob = sha256 ? await session.readBlob(sha256) : undefined
      if (!blob) return { kind: 'missing' }
      const picture = await pictureIn(blob)
      if (!picture || left) return { kind: 'file', blob }
      url = URL.createObjectURL(picture.blob)
      const { width, height } = picture.image
      return { kind: 'picture', blob, url, width, height }
    }
    const take = (found: Content) => {
      if (!left) setContent(found)
    }
    // What the disk does not hand out is not there for the person either.
    read().then(take, () => take({ kind: 'missing' }))
    return () => {
      left = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [session, sha256, asked])
  return content
}
