import { decodeText } from '@domain/importing/decode-text'
import { choosableEncodings } from '@domain/importing/encodings'
import { readTable } from '@domain/importing/read-table'
import { describe, expect, test } from 'vitest'

/** What people write into trackers, in encodings from before Unicode. */
const texts = [
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2'],
    lines: [
      'Zgłoszenie;Tytuł;Opis',
      'PL-1;Nie można wydrukować faktury;Użytkownik zgłasza, że po zalogowaniu się do systemu wyświetla się błąd Brak uprawnień. Proszę o pilną pomoc, księgowość nie może zamknąć miesiąca.',
      'PL-2;Złe kwoty w zamówieniach;Wartość brutto jest większa niż powinna być, różnica wynosi około pięć złotych.',
    ],
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2'],
    lines: [
      'Požadavek;Název;Popis',
      'CZ-1;Nelze vytisknout fakturu;Uživatel hlásí, že po přihlášení do systému se zobrazí chyba. Prosíme o rychlou pomoc, účetní oddělení nemůže uzavřít měsíc.',
      'CZ-2;Špatné částky v objednávkách;Celková částka je vyšší, než by měla být, rozdíl je přibližně pět korun. Může někdo zkontrolovat výpočet?',
    ],
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250', 'iso-8859-2'],
    lines: [
      'Jegy;Cím;Leírás',
      'HU-1;Nem lehet számlát nyomtatni;A felhasználó jelzi, hogy bejelentkezés után hibaüzenet jelenik meg. Kérjük a gyors segítséget, a könyvelés nem tudja lezárni a hónapot.',
      'HU-2;Hibás összegek a rendelésekben;A bruttó összeg nagyobb, mint kellene, a különbség körülbelül öt forint. Később újból előfordult a hűtőházban.',
    ],
  },
  {
    language: 'German',
    encodings: ['windows-1252'],
    lines: [
      'Vorgang;Titel;Beschreibung',
      'DE-1;Rechnung lässt sich nicht drucken;Der Benutzer meldet, dass nach der Anmeldung eine Fehlermeldung erscheint: „Keine Berechtigung“. Bitte um schnelle Hilfe, die Buchhaltung kann den Monat nicht abschließen.',
      'DE-2;Falsche Beträge in Aufträgen;Der Bruttobetrag ist größer als er sein müsste, über fünf Euro Differenz.',
    ],
  },
  {
    language: 'French',
    encodings: ['windows-1252'],
    lines: [
      'Demande;Titre;Description',
      'FR-1;Impossible d’imprimer la facture;L’utilisateur signale qu’après la connexion un message d’erreur apparaît. Merci de nous aider rapidement, la comptabilité ne peut pas clôturer le mois à l’agence où ça bloque.',
      'FR-2;Montants erronés dans les commandes;Le total est plus élevé qu’il ne devrait l’être, la différence est d’environ cinq euros. Dès que possible, s’il vous plaît.',
    ],
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252'],
    lines: [
      'Solicitud;Título;Descripción',
      'ES-1;No se puede imprimir la factura;El usuario informa de que después de iniciar sesión aparece un mensaje de error. ¿Podéis ayudarnos rápido? La contabilidad no puede cerrar el mes en España.',
      'ES-2;Importes erróneos en los pedidos;El total es mayor de lo que debería, la diferencia está en torno a cinco euros. Mañana revisaremos más.',
    ],
  },
  {
    language: 'Portuguese',
    encodings: ['windows-1252'],
    lines: [
      'Pedido;Título;Descrição',
      'PT-1;Não é possível imprimir a fatura;O utilizador informa que após iniciar sessão aparece uma mensagem de erro. A contabilidade não consegue fechar o mês, há uma operação em atraso.',
    ],
  },
  {
    language: 'Swedish',
    encodings: ['windows-1252'],
    lines: [
      'Ärende;Rubrik;Beskrivning',
      'SV-1;Går inte att skriva ut fakturan;Användaren rapporterar att ett felmeddelande visas efter inloggning. Vi behöver snabb hjälp, bokföringen kan inte stänga månaden på grund av försenade ändringar.',
    ],
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    lines: [
      'Talep;Başlık;Açıklama',
      'TR-1;Fatura yazdırılamıyor;Kullanıcı, oturum açtıktan sonra bir hata iletisi göründüğünü bildiriyor. Lütfen hızlı yardım edin, muhasebe ayı kapatamıyor.',
      'TR-2;Siparişlerde yanlış tutarlar;Toplam olması gerekenden büyük, fark yaklaşık beş lira. Değişiklik geçen hafta yapıldı, şimdi düzeltilmeli.',
    ],
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5'],
    lines: [
      'Заявка;Тема;Описание',
      'RU-1;Не печатается счёт;Пользователь сообщает, что после входа в систему появляется ошибка. Просим срочно помочь, бухгалтерия не может закрыть месяц.',
      'RU-2;Неверные суммы в заказах;Итоговая сумма больше, чем должна быть, разница около пяти рублей.',
    ],
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    lines: [
      'Αίτημα;Τίτλος;Περιγραφή',
      'EL-1;Δεν εκτυπώνεται το τιμολόγιο;Ο χρήστης αναφέρει ότι μετά τη σύνδεση εμφανίζεται μήνυμα σφάλματος. Παρακαλούμε για γρήγορη βοήθεια, το λογιστήριο δεν μπορεί να κλείσει τον μήνα.',
      'EL-2;Λάθος ποσά στις παραγγελίες;Το σύνολο είναι μεγαλύτερο από όσο θα έπρεπε.',
    ],
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis'],
    lines: [
      'チケット;件名;説明',
      'JP-1;請求書を印刷できません;ログイン後にエラーメッセージが表示されます。経理部門が月次を締められないため、至急対応をお願いします。',
    ],
  },
]

/** Bytes of text in an encoding, by its own decoder: there is no encoder for anything but UTF-8. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>()
  const learn = (...bytes: number[]) => {
    const letter = decodeText(Uint8Array.from(bytes), encoding).text
    if ([...letter].length === 1 && letter !== '\ufffd' && !bytesOf.has(letter)) bytesOf.set(letter, bytes)
  }
  for (let byte = 0; byte < 256; byte++) learn(byte)
  if (encoding === 'shift_jis')
    for (let lead = 0x81; lead < 0xa0; lead++)
      for (let trail = 0x40; trail < 0xfd; trail++) learn(lead, trail)
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter)
      if (!bytes) throw new Error(`${encoding} has no ${letter}`)
      return [...bytes]
    }),
  )
}

const cases = texts.flatMap(({ language, encodings, lines }) =>
  encodings.map((encoding) => ({ language, encoding, text: `${lines.join('\r\n')}\r\n` })),
)

describe('letters from before Unicode', () => {
  test.each(cases)('$language in $encoding', ({ encoding, text }) => {
    const bytes = encoded(text, encoding)
    expect(decodeText(bytes).text).toBe(text)
  })

  test.each(cases.filter(({ encoding }) => encoding === 'windows-1252'))(
    'one short title in $language, among many in ASCII',
    ({ text }) => {
      const [, record = ''] = text.split('\r\n')
      const ascii = Array.from({ length: 3_000 }, (_, n) => `${n};Printer offline;`).join('\r\n')
      const file = `id;title;text\r\n${ascii}\r\n${record}\r\n`
      expect(decodeText(encoded(file, 'windows-1252')).text).toBe(file)
    },
  )

  test('the euro tells Latin-9 from Windows-1252', () => {
    const text = 'id,title\n1,Betrag über 500 € fehlt\n'
    expect(decodeText(encoded(text, 'iso-8859-15'))).toMatchObject({ text, encoding: 'iso-8859-15' })
    expect(decodeText(encoded(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })

  test('where nothing proves them the preview says what was assumed, and another can be told', async () => {
    const bytes = encoded('id,title\n1,Zażółć\n', 'windows-1250')
    const assumed = await readTable({ name: 'x.csv', bytes })
    expect(assumed.encodingAssumed).toBe(true)
    expect(assumed.notes.join()).toContain(`read as ${assumed.encoding}`)
    const told = await readTable({ name: 'x.csv', bytes }, { encoding: 'windows-1250' })
    expect(told).toMatchObject({ encoding: 'windows-1250', encodingAssumed: false, notes: [] })
    expect(told.records[0]?.cells).toEqual(['1', 'Zażółć'])
  })

  test('whole texts in a language of their own are sure', () => {
    for (const [language, encoding] of [
      ['Russian', 'windows-1251'],
      ['Japanese', 'shift_jis'],
    ]) {
      const found = cases.find((one) => one.language === language && one.encoding === encoding)
      expect(decodeText(encoded(found?.text ?? '', encoding ?? '')).assumed).toBe(false)
    }
  })

  test('every encoding that can be chosen is one, by the name it is then called', async () => {
    for (const encoding of choosableEncodings)
      expect(decodeText(Uint8Array.of(65), encoding).encoding).toBe(encoding)
    await expect(
      readTable({ name: 'x.csv', bytes: Uint8Array.of(65) }, { encoding: 'ebcdic' }),
    ).rejects.toThrow('Choose one of utf-8, windows-1252')
  })
})
