/** What a thread of the pool offers, by the name it is asked for. */

import { tasks } from './tasks.ts';

export const {
  check,
  readBatch,
  survey,
  inspect,
  inspectAgain,
  hours,
  yearMap,
  inputs,
  technologies,
  ledger,
  report,
  band,
  compare,
  readYaml,
  writeYaml,
  verify,
} = tasks;
