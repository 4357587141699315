/** What is said while a scenario is changed, in English. */

export const editor = {
  editor: {
    edit: 'Change',
    run: 'Run',
    undo: 'Undo',
    hint: 'A run stores the scenario as it is here; what it was made from stays.',
    checking: 'Being checked…',
    valid: 'Nothing is wrong with it.',
    faults: (count: number) => (count === 1 ? 'One fault:' : `${count} faults:`),
    changed: 'changed',
    reset: (value: string) => `Back to ${value}`,
    leftOut: (count: number) => (count === 1 ? 'Left out: one value' : `Left out: ${count} values`),
    ofSchema: 'default of the schema',
    set: 'Set',
    yamlHint:
      'Plants, storages and phases are added and taken out here. What is written is read when the field is left.',
    noScenario: 'This is no scenario: fields with a colon each are expected.',
    download: 'Save as YAML',
  },
};
