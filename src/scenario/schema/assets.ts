/** Schema of what may be built: renewables, storages and links. What is left out comes from the technology. */

import * as z from 'zod';
import { most } from './bounds.ts';
import {
  byYear,
  calendarYear,
  chargePerMWh,
  costByYear,
  duration,
  fraction,
  fractionBelowOne,
  lifetime,
  megawattHours,
  megawatts,
  name,
  positiveFraction,
  priceByYear,
  reference,
} from './fields.ts';
import { capexPerMW, fixedOpexPerMWYear, purchase, tolling } from './purchase.ts';

const technology = name.meta({
  description: 'Name of a technology of the cost set; what the asset leaves out is taken from there.',
});
const committedMW = megawatts.default(0).meta({
  description:
    'Power that stands in any case, from the first phase or from availableFrom on, whichever is later: new then, and its capital spent. Once its lifetime has ended, what replaces it is paid for. 0 when left out.',
  unit: 'MW',
});
const availableFrom = calendarYear.optional().meta({
  description:
    'First calendar year in which it can stand; of committed plant the first year of a phase. The first phase when left out.',
  unit: 'year',
});
const lifetimeYears = lifetime.optional().meta({
  description:
    'Years it stands, and over which it is paid; a year begun counts whole. Within a phase it is then replaced at the price of that year; as a phase begins it is gone. From the technology when left out.',
  unit: 'years',
});
const interestDuringConstruction = fraction.optional().meta({
  description:
    'Interest until it stands, as a share of the overnight investment, paid with it: capital spent over n years at a rate r is about r·n/2. 0 when left out.',
  default: 0,
  unit: '1',
});
const wheelingPerMWh = chargePerMWh.optional();
const availability = positiveFraction.optional();

export const renewable = z.strictObject({
  name: name.meta({ description: 'Name of the solar or wind plant.' }),
  technology,
  capacityFactor: reference.optional().meta({
    description: 'Hourly capacity factor, 0…1. Left out where purchase.baseload delivers the same in every hour.',
    unit: 'capacityFactor',
  }),
  site: name.optional().meta({
    description:
      'Name of the site where several assets stand, which hold its siteMaximumMW together. So a plant is bought in several ways at once, owned in part and contracted in part: as one asset for each way, with the same capacityFactor. By itself when left out.',
  }),
  siteMaximumMW: megawatts.meta({
    description: 'Most that the site can hold. The same for all assets that name one site, and for them together.',
    unit: 'MW',
  }),
  committedMW,
  availableFrom,
  link: name.optional().meta({ description: 'Name of the link that carries the output. At the site when left out.' }),
  loss: fractionBelowOne.optional().meta({
    description:
      "Share of the output lost on the way, where no link carries it. 0 when left out; a link's own loss rules its assets.",
    default: 0,
    unit: '1',
  }),
  lifetimeYears,
  purchase: purchase.optional().meta({
    description: 'How it is paid for; in several ways, as several assets of one site. As own plant when left out.',
  }),
  capexPerMW,
  interestDuringConstruction,
  fixedOpexPerMWYear,
  fadePerYear: fractionBelowOne.optional().meta({
    description:
      'Share of the output that it loses with each year of age, of what was left: solar modules about 0.005, wind up to 0.016. Whole in the year in which it is built or replaced. From the technology, or 0, when left out.',
    unit: '1/year',
  }),
  availability: z.union([positiveFraction, reference]).optional().meta({
    description:
      'Share that is at work, outages planned and forced left out: one number, or an hourly profile of unit share by which the capacity factor is multiplied. Whole when left out, for profiles that already hold the outages.',
    unit: 'share',
  }),
  variableOpexPerMWh: priceByYear.optional().meta({
    description:
      'Cost of a generated MWh, one number or a table by year of payment. From the technology when left out; 0 under a ppa, whose price covers it.',
    unit: 'currency/MWh',
  }),
  wheelingPerMWh: wheelingPerMWh.meta({
    description:
      'Charge for each MWh that the plant sends over the public grid, beside what its link charges: one number, a table by year, twelve by month (UTC), or an hourly profile of unit pricePerMWh. 0 when left out: at the site.',
    default: 0,
    unit: 'currency/MWh',
  }),
});

const hours = duration.meta({ description: 'Energy ÷ power of the storage.', unit: 'hours' });
const efficiency = positiveFraction.optional();

export const storage = z.strictObject({
  name: name.meta({ description: 'Name of the storage.' }),
  technology,
  durationHours: z
    .union([duration, z.strictObject({ min: hours, max: hours })])
    .optional()
    .meta({
      description:
        'Energy ÷ power of what is built: one number, or the range to choose from. What is committed stands as it is. From the technology when left out.',
      unit: 'hours',
    }),
  maximumMW: megawatts.optional().meta({ description: 'Most that may be built. No limit when left out.', unit: 'MW' }),
  committedMW,
  committedMWh: megawattHours
    .default(0)
    .meta({ description: 'Energy capacity that stands in any case, as committedMW. 0 when left out.', unit: 'MWh' }),
  availableFrom,
  lifetimeYears,
  powerLifetimeYears: lifetime.optional().meta({
    description:
      'Years after which the power equipment is replaced, at the price of that year. It is paid over them, but no longer than the storage stands. From the technology when left out.',
    unit: 'years',
  }),
  chargeEfficiency: efficiency.meta({
    description: 'Stored ÷ taken in. From the technology when left out.',
    unit: '1',
  }),
  dischargeEfficiency: efficiency.meta({
    description: 'Given out ÷ taken from the store. From the technology when left out.',
    unit: '1',
  }),
  selfDischargePerHour: fractionBelowOne.optional().meta({
    description: 'Share of the stored energy lost in an hour. From the technology when left out.',
    unit: '1/hour',
  }),
  minimumStateOfCharge: fraction.optional().meta({
    description: 'Least stored energy, as a share of the energy capacity. From the technology when left out.',
    unit: '1',
  }),
  maximumStateOfCharge: fraction.optional().meta({
    description: 'Most stored energy, as a share of the energy capacity. From the technology when left out.',
    unit: '1',
  }),
  cyclesPerYear: z.number().gt(0).max(most.cyclesPerYear).optional().meta({
    description:
      'Full discharges of the energy capacity allowed in a year. No limit when neither here nor in the technology.',
    unit: '1/year',
  }),
  purchase: tolling.optional().meta({
    description:
      'How it is paid for: as plant when left out. Under a tolling contract it costs its rent and nothing else, but for wear that is given here; cyclesPerYear and one durationHours say what is rented.',
  }),
  capexPerMW,
  interestDuringConstruction,
  energyFadePerYear: fractionBelowOne.optional().meta({
    description:
      'Share of the energy capacity that it loses with each year of age, of what was left; what a full cycle takes is a cost, wearPerMWh. From the technology, or 0, when left out.',
    unit: '1/year',
  }),
  availability: availability.meta({
    description: 'Share of the power that is at work, outages left out. Whole when left out.',
    unit: '1',
  }),
  capexPerMWh: costByYear.optional().meta({
    description: 'Overnight investment in energy capacity. From the technology when left out.',
    unit: 'currency/MWh',
  }),
  fixedOpexPerMWYear,
  fixedOpexPerMWhYear: costByYear.optional().meta({
    description: 'Fixed operation and maintenance of the energy capacity. From the technology when left out.',
    unit: 'currency/MWh/year',
  }),
  wearPerMWh: priceByYear.optional().meta({
    description:
      'Cost of a discharged MWh, one number or a table by year of payment. From the technology when left out.',
    unit: 'currency/MWh',
  }),
});

export const link = z.strictObject({
  name: name.meta({ description: 'Name of the transmission link; renewables refer to it.' }),
  technology: technology.optional().meta({
    description: 'Technology that fills in costs and lifetime where the link may be extended. None when left out.',
  }),
  capacityMW: byYear(megawatts).meta({
    description:
      'Capacity that stands in any case, from the first phase or from availableFrom on, whichever is later: new then, and its capital spent. One number, or a table in which each value holds from its year on: what is added begins its life then.',
    unit: 'MW',
  }),
  maximumMW: byYear(megawatts).optional().meta({
    description:
      'May be extended up to this: one number, or a table in which each value holds from its year on. Equal to capacityMW when left out.',
    unit: 'MW',
  }),
  availableFrom,
  loss: fractionBelowOne.meta({ description: 'Share of what enters that does not arrive.', unit: '1' }),
  availability: availability.meta({
    description: 'Share of the capacity that is at work, outages left out. Whole when left out.',
    unit: '1',
  }),
  lifetimeYears,
  capexPerMW,
  interestDuringConstruction,
  fixedOpexPerMWYear,
  wheelingPerMWh: wheelingPerMWh.meta({
    description:
      'Charge for each MWh that enters the link, lost on the way or not: one number, a table by year, twelve by month (UTC), or an hourly profile of unit pricePerMWh. 0 when left out.',
    default: 0,
    unit: 'currency/MWh',
  }),
});
