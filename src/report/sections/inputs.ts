import { type FileReading, filledHoursOf, type ScenarioInput } from '../../scenario/scenario-input.ts';
import type { Block, Section } from '../content/content.ts';
import { counted, number, type Said, say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';

/** The files behind the answer, each with its fingerprint, and what was done to those that came from elsewhere. */
export function inputFiles({ document, inputs, companions = [] }: ReportData): Section {
  const foreign = inputs.filter(({ format }) => format !== undefined && format !== 'native');
  const converted = foreign.flatMap((input) => (input.readings ?? []).map((reading) => ({ input, reading })));
  return {
    id: 'inputs',
    title: say('Inputs'),
    blocks: [
      {
        kind: 'paragraph',
        text: say('Scenario {hash}: the same hash stands for the same question.', {
          hash: document.scenario.contentHash,
        }),
      },
      {
        kind: 'table',
        caption: say('Files as read'),
        subject: say('File'),
        columns: [
          { title: say('Kind'), holds: 'text' },
          { title: say('Format'), holds: 'text' },
          { title: say('Origin'), holds: 'text' },
          { title: say('Hours filled in') },
          { title: 'SHA-256', holds: 'code' },
        ],
        rows: inputs.map((input) => ({
          name: input.file,
          cells: [
            input.kind === 'profile' ? say('hourly profiles') : say('technology data'),
            input.format ?? (input.kind === 'profile' ? 'native' : 'YAML'),
            originOf(input),
            input.kind === 'profile' ? number(filledHoursOf(input)) : undefined,
            input.sha256,
          ],
        })),
      },
      ...(companions.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: say('Documents beside the result that this one tells of'),
              subject: say('File'),
              columns: [{ title: 'SHA-256', holds: 'code' }],
              rows: companions.map(({ file, sha256 }) => ({ name: file, cells: [sha256] })),
            } as const,
          ]),
      ...(converted.length === 0
        ? []
        : [
            { kind: 'heading', text: say('How foreign files were understood') } as const,
            { kind: 'note', text: say('In the words in which each file was read.') } as const,
          ]),
      ...converted.flatMap(({ input, reading }) => understanding(input, reading)),
    ],
  };
}

function originOf({ kind, synthetic, readings = [] }: ScenarioInput): Said {
  if (synthetic) return say('SYNTHETIC');
  if (kind !== 'profile') return say('published data');
  return readings.some(({ isTypicalYear }) => isTypicalYear)
    ? say('typical year, no chronology')
    : say('not marked synthetic');
}

/** In the words in which the file was read, which the scenario keeps. */
function understanding({ file, format }: ScenarioInput, reading: FileReading): Block[] {
  const columns = reading.columns.flatMap(({ name, transformations, filled }): Block[] => {
    const runs = filled.map(({ column, method, first, hours }) =>
      say('{column}: {hours} from {first} filled in ({method})', {
        column,
        hours: counted(hours, '{count} hour', '{count} hours'),
        first,
        method,
      }),
    );
    return [
      { kind: 'paragraph', text: say('Column {name}', { name }) },
      { kind: 'list', items: [...transformations, ...runs] },
    ];
  });
  return [
    { kind: 'subheading', text: file },
    {
      kind: 'paragraph',
      text: say('{format}: {why}. Clock: {zone}; {label}; rows every {minutes} min.', {
        format: format ?? '',
        why: reading.why,
        zone: reading.zone,
        label: reading.label,
        minutes: number(reading.stepMinutes),
      }),
    },
    ...columns,
    ...reading.warnings.map((text): Block => ({ kind: 'note', text })),
  ];
}
