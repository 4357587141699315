import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { repository } from '../fixtures/repository.ts';

test('what a scenario does not ask for costs it nothing: the first phase has the blocks and entries it always had', async () => {
  const { scenario } = await loadScenario(`${repository}/data/scenarios/first-phase.yaml`);
  const { program } = formulate(scenario, wholeScope(scenario));
  const lengthsOf = (blocks: typeof program.columnBlocks) =>
    blocks.map(({ name, of, length }) => [[name, ...of.slice(2)].join(' '), length]);
  expect(lengthsOf(program.columnBlocks)).toEqual([
    ['built', 6],
    ['capacity', 6],
    ['generation Tangier wind + Midelt wind + Ouarzazate solar + Benguerir solar', 8760],
    ['charge Li-ion battery', 8760],
    ['discharge Li-ion battery', 8760],
    ['stateOfCharge Li-ion battery', 8760],
    ['served fine-tuning', 8760],
    ['backlog fine-tuning', 8760],
    ['served pre-training', 8760],
    ['backlog pre-training', 8760],
  ]);
  expect(lengthsOf(program.rowBlocks)).toEqual([
    ['standing', 6],
    ['shortestDuration', 1],
    ['longestDuration', 1],
    ['weatherLimit', 8760],
    ['stateOfCharge Li-ion battery', 8760],
    ['powerLimit Li-ion battery', 8760],
    ['fullLimit Li-ion battery', 8760],
    ['backlogBalance fine-tuning', 8760],
    ['backlogBalance pre-training', 8760],
    ['energyBalance', 8760],
    ['onlyRenewablesStored', 8760],
  ]);
  expect(program.coefficient).toHaveLength(236016);
});
