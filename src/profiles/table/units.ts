/** Spellings of units in foreign files, brought to one; a unit that is not known is kept as the file writes it. */

const spellings: Readonly<Record<string, string>> = {
  'w/m2': 'W/m²',
  'w/m^2': 'W/m²',
  'w m-2': 'W/m²',
  'wh/m2': 'Wh/m²',
  'wh/m^2': 'Wh/m²',
  'w-hr/m^2': 'Wh/m²',
  'kw-hr/m^2': 'kWh/m²',
  'kwh/m^2': 'kWh/m²',
  'kw-hr/m^2/day': 'kWh/m²/day',
  'mj/m^2': 'MJ/m²',
  'mj/m^2/day': 'MJ/m²/day',
  c: '°C',
  'degree celsius': '°C',
  k: 'K',
  degree: '°',
  degrees: '°',
  deg: '°',
  'm/s': 'm/s',
  mbar: 'mbar',
  hpa: 'hPa',
  kpa: 'kPa',
  pa: 'Pa',
  atm: 'atm',
  'n/a': '1',
};

/** `w/m2` → `W/m²`; undefined for an empty text. */
export function unitOfSpelling(text: string): string | undefined {
  const spelled = text.trim();
  const key = spelled.toLowerCase();
  return spelled === '' ? undefined : Object.hasOwn(spellings, key) ? spellings[key] : spelled;
}
