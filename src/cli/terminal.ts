/** Where words go: answers to stdout, progress and notes to stderr. A reader that has gone away (`| head`) is no fault. */

import { styleText } from 'node:util';

export interface Terminal {
  /** An answer, with an end of line. */
  print(text: string): void;
  /** A note, with an end of line. */
  note(text: string): void;
  /** To stderr as it stands, for a display that moves the cursor. */
  draw(text: string): void;
  /** Columns of stdout, respectively stderr; 80 where there is no terminal. */
  readonly printWidth: number;
  readonly noteWidth: number;
  /** True where stderr is a terminal whose cursor can be moved. */
  readonly isLive: boolean;
  /** Emphasis on stdout, respectively stderr; plain where colours are not wanted. */
  styled(text: string, emphasis: Emphasis): string;
  noteStyled(text: string, emphasis: Emphasis): string;
}

type Emphasis = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const WITHOUT_TERMINAL = 80;

export function createTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  const write = { out: writerOf(stdout), err: writerOf(stderr) };
  return {
    print: (text) => write.out(`${text}\n`),
    note: (text) => write.err(`${text}\n`),
    draw: (text) => write.err(text),
    get printWidth() {
      return stdout.columns ?? WITHOUT_TERMINAL;
    },
    get noteWidth() {
      return stderr.columns ?? WITHOUT_TERMINAL;
    },
    isLive: stderr.isTTY === true && process.env.TERM !== 'dumb',
    styled: (text, emphasis) => styleText(emphasis, text, { stream: stdout }),
    noteStyled: (text, emphasis) => styleText(emphasis, text, { stream: stderr }),
  };
}

/** Once the reader has gone, what is written later goes nowhere; the work itself goes on to its end. */
function writerOf(stream: NodeJS.WriteStream): (text: string) => void {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    isGone = true;
  });
  return (text) => {
    if (!isGone) stream.write(text);
  };
}
