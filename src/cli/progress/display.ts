/** Shows a study on its way: lines that are drawn again in a terminal, plain lines now and then elsewhere. */

import type { StudyEvent } from '../../index.ts';
import { StudyState } from '../../studies/study-state.ts';
import type { Terminal } from '../terminal.ts';
import { cut, headline, taskLines } from './lines.ts';
import { plainPace } from './pace.ts';

export interface Display {
  hear(event: StudyEvent): void;
  /** Ends the display and takes its live lines away. */
  end(): void;
}

const REDRAW_MILLISECONDS = 200;

export function createDisplay(terminal: Terminal): Display {
  const begun = performance.now();
  const now = () => (performance.now() - begun) / 1000;
  const state = new StudyState();
  return terminal.isLive ? liveDisplay(terminal, state, now) : plainDisplay(terminal, state, now);
}

function liveDisplay(terminal: Terminal, state: StudyState, now: () => number): Display {
  let drawn = 0;
  const clear = () => (drawn === 0 ? '' : `\u001b[${drawn}A\u001b[0J`);
  const draw = () => {
    // One column stays free: a full line would wrap in some terminals, and the cursor would go up too little.
    const lines = linesOf(state, now(), terminal.noteWidth - 1);
    terminal.draw(`${clear()}${lines.join('\n')}\n`);
    drawn = lines.length;
  };
  const timer = setInterval(draw, REDRAW_MILLISECONDS);
  return {
    hear: (event) => state.take(event, now()),
    end: () => {
      clearInterval(timer);
      terminal.draw(clear());
      drawn = 0;
    },
  };
}

/** A line for the whole, and one below it for each programme. */
function linesOf(state: StudyState, now: number, width: number): string[] {
  const lines = [headline(state, now), ...taskLines(state, now, width - 2).map((line) => `  ${line}`)];
  return lines.map((line) => cut(line, width));
}

function plainDisplay(terminal: Terminal, state: StudyState, now: () => number): Display {
  const isDue = plainPace();
  const told = new Set<string>();
  return {
    hear: (event) => {
      state.take(event, now());
      if (state.active.size === 0 && event.kind !== 'reporting') return;
      // What begins for the first time is told at once, however quick it was before.
      if (!isDue(!told.has(state.activity))) return;
      told.add(state.activity);
      terminal.note(linesOf(state, now(), terminal.noteWidth).join('\n'));
    },
    end: () => undefined,
  };
}
