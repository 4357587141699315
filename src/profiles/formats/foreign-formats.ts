/** Every foreign format that can be read. No two take the same text for their own; `utility` takes what is left. */
import { entsoeNewFormat } from './entsoe/new.ts';
import { entsoeOldFormat } from './entsoe/old.ts';
import { epwFormat } from './epw.ts';
import { era5PointFormat } from './era5-point.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { nasaPowerFormat } from './nasa-power.ts';
import { ninjaCountryFormat } from './ninja/country.ts';
import { ninjaPointFormat } from './ninja/point.ts';
import { nsrdbFormat } from './nsrdb.ts';
import { openMeteoFormat } from './open-meteo/open-meteo.ts';
import { opsdFormat } from './opsd.ts';
import { pvgisHourlyFormat } from './pvgis/hourly.ts';
import { pvgisTmyFormat } from './pvgis/tmy.ts';
import { pvwattsFormat } from './pvwatts.ts';
import { samWindFormat } from './sam-wind.ts';
import { tmy3Format } from './tmy3.ts';
import { utilityFormat } from './utility/utility.ts';

export const foreignFormats: readonly ForeignFormat[] = [
  pvgisHourlyFormat,
  pvgisTmyFormat,
  pvwattsFormat,
  nsrdbFormat,
  tmy3Format,
  epwFormat,
  samWindFormat,
  nasaPowerFormat,
  era5PointFormat,
  ninjaPointFormat,
  ninjaCountryFormat,
  openMeteoFormat,
  entsoeOldFormat,
  entsoeNewFormat,
  opsdFormat,
  utilityFormat,
];
