import { registerHooks } from 'node:module';

// Preloaded with `node --import`: whoever imports `electron` gets its stand-in.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'electron') return nextResolve(specifier, context);
    return {
      url: new URL('./electron-module.ts', import.meta.url).href,
      format: 'module-typescript',
      shortCircuit: true,
    };
  },
});
