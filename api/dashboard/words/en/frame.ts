/** What is said about the frame of the pages, and the first of them, in English. */

export const frame = {
  tagline: 'renewable energy in every hour',
  navigation: 'Main',
  skip: 'Skip to the content',
  scenarios: 'Scenarios',
  profiles: 'Profiles',
  runs: 'Runs',
  compare: 'Compare',
  documentation: 'API',
  plan: 'Plan',
  hours: 'Hours',
  scenario: 'Scenario',
  whatIf: 'What if',
  loading: 'Loading…',
  retry: 'Try again',
  failed: 'This did not work.',
  away: 'The server does not answer.',
  connectionLost: 'The server does not answer. Trying again…',
  theme: { label: 'Theme', names: { system: 'as the system', light: 'light', dark: 'dark' } },
  why: 'What is this number?',
  noSuchPage: 'There is no such page.',
  key: {
    title: 'A key is needed',
    ended: 'The session has ended',
    endedDetail:
      'Its time was up, or its key has expired or was revoked. Sign in again, and this page is as you left it; what you asked for last was not done.',
    detail:
      'This server answers with a key, or a token of its issuer where it has one, only. Either opens a session of this browser, of eight hours at most and no longer than itself, and is kept nowhere.',
    label: 'Key or token',
    send: 'Sign in',
    signOut: 'Sign out',
    unknown: 'This key or token is not known here, or it has expired or was revoked.',
  },
  start: {
    title: 'Begin with a campus',
    detail:
      'Nothing is stored here yet. One click stores a scenario that ships, with its hourly profiles, and plans it. Its sun, wind and load are synthetic, not measured.',
    plan: 'Plan it',
    more: 'More scenarios that ship',
    phases: (count: number) => (count === 1 ? '1 phase' : `${count} phases`),
    from: (first: string, last: string) => `${first} to ${last} of computing`,
    weatherYears: (count: number) => (count === 1 ? '1 weather year' : `${count} weather years`),
  },
  pagesOfRun: 'Pages of the run',
  /** Between a name and what is of it. */
  colon: ': ',
  table: { show: 'Table', csv: 'CSV', sentence: 'In words' },
};
