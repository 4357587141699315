/** A page that is fetched when it is first shown, so that the first view is small. */

import type { ComponentType } from 'preact';
import { useLoaded } from '../state/loaded.ts';
import { Problem, Wait } from './states.tsx';

interface LaterProps<Props> {
  readonly name: string;
  readonly load: () => Promise<ComponentType<Props>>;
  readonly given: Props;
}

export function Later<Props extends object>({ name, load, given }: LaterProps<Props>) {
  const found = useLoaded(name, async () => ({ Part: await load() }));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { Part } = found.value;
  return <Part {...given} />;
}
