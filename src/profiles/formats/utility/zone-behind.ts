/** What stands behind the stamps of a file: an offset, `Z`, `UTC`, or letters that several zones of the world share. */
import type { Zone } from '../../recording/recording.ts';

export interface ZoneBehind {
  readonly zone: Zone | undefined;
  /** `CET`, `EST`: clock readings whose zone must be asked for. */
  readonly letters: string | undefined;
  /** A stamp without what stands behind it, and its distance from UTC [min]: NaN where it lacks what others have. */
  part(stamp: string): readonly [stamp: string, distance: number];
}

const offset = / ?(?:Z|([+-])(\d{2}):?(\d{2}))$/;
const utc = / ?(?:UTC|GMT)$/;
const letters = / ([A-Z]{3,4})$/;

const isStamp = (text: string) => /[T ].*:/.test(text);

/** By one stamp of the file. */
export function zoneBehind(example: string): ZoneBehind {
  if (utc.test(example)) {
    const part = (stamp: string) => [stamp.replace(utc, ''), utc.test(stamp) ? 0 : Number.NaN] as const;
    return { zone: { kind: 'offset', minutes: 0 }, letters: undefined, part };
  }
  const [, name] = letters.exec(example) ?? [];
  if (name !== undefined) {
    return {
      zone: undefined,
      letters: name,
      part: (stamp) => [stamp.replace(letters, ''), letters.test(stamp) ? 0 : Number.NaN],
    };
  }
  if (!isStamp(example) || !offset.test(example))
    return { zone: undefined, letters: undefined, part: (stamp) => [stamp, 0] };
  return { zone: { kind: 'offset', minutes: 0 }, letters: undefined, part: withoutOffset };
}

function withoutOffset(stamp: string): readonly [string, number] {
  const found = isStamp(stamp) ? offset.exec(stamp) : null;
  if (found === null) return [stamp, Number.NaN];
  const [, sign, hours = '0', minutes = '0'] = found;
  return [stamp.slice(0, found.index), (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)];
}
