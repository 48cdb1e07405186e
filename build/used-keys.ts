/** Finds out which keys the sources name: `t('day.closed')`, `t(\`level.${level}.word\`)`, `phrases.what.heading`. */
export interface KeyUses {
  isUsed(key: string): boolean;
}

/** Reads the sources once. What is built by other means than these three forms counts as unused. */
export function keyUses(sources: readonly string[]): KeyUses {
  const quoted = new Set<string>();
  const patterns: RegExp[] = [];
  const chains = new Set<string>();
  for (const source of sources) {
    for (const [, text] of source.matchAll(/['"`](?:[a-z-]+:)?([\w.-]+)['"`]/g)) if (text) quoted.add(text);
    for (const [template] of source.matchAll(/`[^`\n]*\$\{[^`\n]*`/g)) {
      const pattern = patternOf(template);
      if (pattern) patterns.push(pattern);
    }
    for (const [chain] of source.matchAll(/(?:\??\.[A-Za-z_$][\w$]*)+/g)) addChains(chains, chain);
  }
  return {
    isUsed: (key) => quoted.has(key) || patterns.some((pattern) => pattern.test(key)) || isReached(chains, key),
  };
}

/** `level.${level}.word` fits every key with one word in the gap. Null for templates that look like no key. */
function patternOf(template: string): RegExp | null {
  const parts = template.slice(1, -1).split(/\$\{[^}]*\}/);
  const [first = ''] = parts;
  if (!/^(?:[a-z-]+:)?[A-Za-z][\w-]*\./.test(first) || parts.some((part) => !/^[\w.:-]*$/.test(part))) return null;
  const escaped = parts.map((part) => part.replace(/^[a-z-]+:/, '').replaceAll('.', '\\.'));
  return new RegExp(`^${escaped.join('[\\w-]+')}$`);
}

/** Every tail of `.phrases.what.heading`, so that it does not matter what the texts are called there. */
function addChains(chains: Set<string>, chain: string): void {
  const names = chain.replaceAll('?', '').split('.').slice(1);
  for (let start = 0; start < names.length; start += 1) chains.add(names.slice(start).join('.'));
}

/** Whether a chain names the text itself, or a group that it stands in (`phrases.topics[id]`). One word may be anything. */
function isReached(chains: ReadonlySet<string>, key: string): boolean {
  const names = key.split('.');
  for (let length = names.length; length >= 1; length -= 1)
    if (chains.has(names.slice(0, length).join('.'))) return true;
  return false;
}
