/** Units in the headers of unknown tables, and what they tell about a column. */
import type { RecordedColumn, RecordedQuantity } from '../../recording/recording.ts';

type Unit = readonly [unit: string, quantity: RecordedQuantity];

const same = (quantity: RecordedQuantity, ...units: readonly string[]): readonly (readonly [string, Unit])[] =>
  units.map((unit) => [unit, [unit, quantity]] as const);

/** Case matters: mW is no MW. */
const known = new Map<string, Unit>([
  ...same('power', 'W', 'kW', 'MW', 'GW'),
  ...same('energy', 'Wh', 'kWh', 'MWh', 'GWh'),
  ...same('irradiance', 'W/m²', 'kW/m²', 'Wh/m²', 'kWh/m²', 'J/m²', 'kJ/m²', 'MJ/m²'),
  ...same('windSpeed', 'm/s', 'km/h', 'mph', 'kn'),
  ...same('temperature', '°C', 'K', '°F'),
  ...same('pressure', 'Pa', 'hPa', 'kPa', 'mbar', 'bar', 'atm'),
  ...same('windDirection', '°'),
  ...same('other', '%', 'kvar', 'Mvar', 'kVA', 'MVA', 'V', 'kV', 'A', 'Hz', 'rpm', 'mm', 'kg/m²'),
]);

const spellings: Readonly<Record<string, string>> = {
  ...{ 'W/m^2': 'W/m²', 'w/m2': 'W/m²', 'W m-2': 'W/m²', 'Wh m-2': 'Wh/m²' },
  ...{ 'mp/h': 'mph', kt: 'kn', knots: 'kn', kph: 'km/h', 'm s-1': 'm/s', 'meters/second': 'm/s', 'm.s-1': 'm/s' },
  ...{ C: '°C', ºC: '°C', 'Deg C': '°C', degC: '°C', 'deg C': '°C', 'deg.C': '°C', F: '°F', degF: '°F', 'deg F': '°F' },
  ...{ deg: '°', º: '°', degrees: '°', kVAr: 'kvar', MVAr: 'Mvar', 'kg/m2': 'kg/m²' },
};

function unitOf(text: string): Unit | undefined {
  const bare = text.trim();
  if (/^[A-Z]{3}\/[kM]Wh$/.test(bare)) return [bare, 'price'];
  const spelled = Object.hasOwn(spellings, bare) ? spellings[bare]! : bare;
  return known.get(spelled) ?? known.get(spelled.replace(/m2$/, 'm²'));
}

export function isUnit(text: string): boolean {
  return unitOf(text.replace(/^[([](.*)[)\]]$/, '$1')) !== undefined;
}

const irradiances: readonly (readonly [RegExp, NonNullable<RecordedColumn['irradiance']>])[] = [
  [/\b(GHI|global horizontal|GlobHor)\b/i, 'global'],
  [/\b(DNI|BNI|direct normal|beam normal|beam irradiance)\b/i, 'beamNormal'],
  [/\b(DHI|DIF|diffuse horizontal)\b/i, 'diffuse'],
  [/\b(POA|GTI|plane of array|in-plane|inclined|GlobInc)\b/i, 'plane'],
];

/** Not the quantity of the place itself: what a cloudless sky would give, the edge of space, the spread of readings. */
const derived = /\b(clear sky|TOA|top of atmosphere|standard deviation|std ?dev|stdev)\b/i;

/** Patterns are not run over longer headers, on which they could be slow. */
const LONGEST_NAME = 300;

export type ColumnHead = Omit<RecordedColumn, 'values'>;

/** What name and unit tell; without a unit nothing is known. */
function headOf(name: string, unit: Unit | undefined): ColumnHead {
  const [, share] = /(capacity factor|load factor|facteur de charge|factor de capacidad)/i.exec(name) ?? [];
  if (unit === undefined) return { name, quantity: 'other', unit: undefined };
  const [symbol, told] = unit;
  if (symbol === '%' && share !== undefined) return { name, quantity: 'capacityFactor', unit: symbol };
  const quantity = derived.test(name) ? 'other' : told;
  const irradiance = quantity === 'irradiance' ? irradiances.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  const hasHeight = quantity === 'windSpeed' || quantity === 'temperature';
  const height = hasHeight ? /(?:^|[^\d.])(\d{1,3}(?:\.\d+)?) ?m\b/.exec(name)?.[1] : undefined;
  return {
    name,
    quantity,
    unit: symbol,
    ...(irradiance === undefined ? {} : { irradiance }),
    ...(height === undefined ? {} : { heightM: Number(height) }),
  };
}

/**
 * The unit at the end of a header: `[kW]`, `(m/s)`, or bare where it can be nothing else: `… W/m2`, `… kWh`, or `MW` alone.
 */
export function columnHead(cell: string, unitElsewhere?: string): ColumnHead {
  const text = cell.trim();
  if (text.length > LONGEST_NAME) return headOf(text, undefined);
  if (unitElsewhere !== undefined) {
    const unit = unitElsewhere.trim().replace(/^[([](.*)[)\]]$/, '$1');
    return headOf(text, unitOf(unit) ?? (unit === '' ? undefined : [unit, 'other']));
  }
  const alone = text.length >= 2 ? unitOf(text) : undefined;
  if (alone !== undefined) return headOf(text, alone);
  const [, bracketed = '', inBrackets, behind] = /^(.*?)\s*\[([^[\]]+)\](.*)$/.exec(text) ?? [];
  const stated = unitOf(inBrackets ?? '');
  if (stated !== undefined) return headOf(bracketed, stated);
  // A height is no unit; words behind the brackets belong to the name.
  if (inBrackets !== undefined && behind === '' && !/^\d+ m\b/.test(inBrackets)) {
    return headOf(bracketed, [inBrackets, 'other']);
  }
  const [, before = '', inParentheses = ''] = /^(.*?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  const unit = unitOf(inParentheses);
  if (unit !== undefined) return headOf(before, unit);
  const [, words = '', last = ''] = /^(.*\S)\s+(\S+)$/.exec(text) ?? [];
  const bare = last.length >= 2 && /\/|[kMG]Wh?$/.test(last) ? unitOf(last) : undefined;
  return bare === undefined ? headOf(text, undefined) : headOf(words, bare);
}
