const names: readonly string[] = [
  'jan january januar jänner janv janvier ene enero gen gennaio janeiro januari',
  'feb february februar febr fév févr février febrero febbraio fev fevereiro februari',
  'mar march mrz mär märz mars marzo março maart mrt',
  'apr april avr avril abr abril aprile',
  'may mai mayo mag maggio maio mei',
  'jun june juni juin junio giu giugno junho',
  'jul july juli juil juillet julio lug luglio julho',
  'aug august août aou ago agosto augustus',
  'sep sept september septembre septiembre set sett settembre setembro',
  'oct october okt oktober octobre octubre ott ottobre out outubro',
  'nov november novembre noviembre novembro',
  'dec december dez dezember déc décembre dic diciembre dicembre dezembro',
]

const months = new Map(
  names.flatMap((list, index) => list.split(' ').map((name) => [plain(name), index + 1] as const)),
)

/** Month 1 to 12 by its name or short name in English, German, French, Spanish, Italian, Portuguese or Dutch. */
export function monthByName(name: string): number | undefined {
  return months.get(plain(name))
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
