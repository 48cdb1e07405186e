/** The nodes of a tree as numbers, each with a code, its first child and its next sibling; 0 is none. */
export interface GrowingNodes {
  /** A new node without a parent. */
  add(code: number): number;
  /** The child with that code, new if there was none. */
  childOf(node: number, code: number): number;
  code(node: number): number;
  firstChild(node: number): number;
  next(node: number): number;
}

const AT_FIRST = 1024;

export function growingNodes(): GrowingNodes {
  let codes = new Uint8Array(AT_FIRST);
  let children = new Int32Array(AT_FIRST);
  let siblings = new Int32Array(AT_FIRST);
  let count = 1;
  const add = (code: number): number => {
    if (count === codes.length) {
      codes = grown(codes, new Uint8Array(count * 2));
      children = grown(children, new Int32Array(count * 2));
      siblings = grown(siblings, new Int32Array(count * 2));
    }
    codes[count] = code;
    return count++;
  };
  return {
    add,
    childOf(node, code) {
      for (let child = children[node] ?? 0; child !== 0; child = siblings[child] ?? 0)
        if (codes[child] === code) return child;
      const child = add(code);
      siblings[child] = children[node] ?? 0;
      children[node] = child;
      return child;
    },
    code: (node) => codes[node] ?? 0,
    firstChild: (node) => children[node] ?? 0,
    next: (node) => siblings[node] ?? 0,
  };
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
