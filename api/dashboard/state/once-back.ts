/** What was refused is asked again once somebody has signed in. */

import { useEffect } from 'preact/hooks';
import { signIns } from '../client/request.ts';

export function useOnceBack(isRefused: boolean, askAgain: () => void): void {
  useEffect(() => {
    if (isRefused) askAgain();
  }, [signIns.value]);
}
