/** What the native format offers to be read; foreign ones offer more and know less: foreign-format.ts. */
import type { ProfileFile } from '../profile.ts';

/** What a format gives; file name and checksum are added where the bytes are known. */
export type ProfileContent = Pick<ProfileFile, 'synthetic' | 'year' | 'columns' | 'provenance' | 'warnings'>;

export interface ProfileFormat {
  readonly name: string;
  /** How a file of this format begins, for the message when no format fits. */
  readonly beginning: string;
  /** Judges by the first lines alone; the name of the file plays no part. `opening` holds the first non-comment line. */
  recognises(opening: Opening): boolean;
  /** @throws ProfileError with every fault of the text. */
  read(text: string, file: string): ProfileContent;
}

/** First look at a text. */
export interface Opening {
  readonly firstLine: string;
  /** The first line that does not begin with `#`; empty where there is none. */
  readonly firstBareLine: string;
}
