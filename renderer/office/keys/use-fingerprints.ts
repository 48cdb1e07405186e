import { useEffect, useState } from 'react';
import { fingerprintOf } from './fingerprint.ts';

/** The fingerprints of public texts, in their order; empty until they are reckoned. */
export function useFingerprints(publicTexts: readonly string[]): readonly string[] {
  const [known, setKnown] = useState<{ of: string; fingerprints: readonly string[] }>({ of: '', fingerprints: [] });
  const joined = publicTexts.join('\n\n');
  useEffect(() => {
    let wanted = true;
    const reckon = async () => {
      const fingerprints = await Promise.all(joined === '' ? [] : joined.split('\n\n').map(fingerprintOf));
      if (wanted) setKnown({ of: joined, fingerprints });
    };
    void reckon();
    return () => {
      wanted = false;
    };
  }, [joined]);
  return known.of === joined ? known.fingerprints : [];
}
