/** Every law a schedule is held to, listed by hand. */

import type { Law } from './law.ts';
import { ageing, availability, buildOut, capacityLimits, storageDuration } from './laws/build-out.ts';
import { campaign } from './laws/campaign.ts';
import { contractTerm, contractVolume } from './laws/contract.ts';
import { deadline } from './laws/deadline.ts';
import { endurance, heldBack } from './laws/endurance.ts';
import { energyBalance, facilityLoad, renewablesOnly } from './laws/energy-balance.ts';
import { backlog, shedShare, tierFloor, tierPower, tierRamp } from './laws/flexible-load.ts';
import {
  emissionsLimit,
  exportConnection,
  exportShare,
  gridDirection,
  importConnection,
  importServesLoad,
  subscribedPower,
} from './laws/grid.ts';
import { matching } from './laws/matching.ts';
import { finite, nonNegative } from './laws/numbers.ts';
import { linkLimit, weatherLimit } from './laws/renewable.ts';
import { derate, reserve } from './laws/security.ts';
import { stateOfCharge, stateOfChargeWindow, storageCycles, storageDirection, storagePower } from './laws/storage.ts';
import { structure } from './laws/structure.ts';
import { throughput } from './laws/throughput.ts';

/** Laws without which no other can be read: where one is broken, those after it are not asked. */
export const readability: readonly Law[] = [structure, finite];

export const physics: readonly Law[] = [
  nonNegative,
  weatherLimit,
  linkLimit,
  contractVolume,
  contractTerm,
  facilityLoad,
  energyBalance,
  renewablesOnly,
  importServesLoad,
  gridDirection,
  subscribedPower,
  importConnection,
  exportConnection,
  exportShare,
  emissionsLimit,
  stateOfCharge,
  stateOfChargeWindow,
  storagePower,
  storageDirection,
  storageDuration,
  storageCycles,
  reserve,
  derate,
  backlog,
  deadline,
  tierFloor,
  tierPower,
  tierRamp,
  shedShare,
  throughput,
  heldBack,
  endurance,
  campaign,
  capacityLimits,
  availability,
  buildOut,
  ageing,
  matching,
];
