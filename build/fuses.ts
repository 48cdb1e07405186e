import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * What Electron's binary can do, fixed when the program is packed. All nine fuses of Electron 45 are named: a new one
 * in a later Electron fails the types here, or else the packing (strictlyRequireAllFuses).
 */
export const FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  // Else anybody's script runs with the program's rights and, where it is signed, under its name.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // There are no cookies; if a library should ever set one, it is not readable on the disk.
  [FuseV1Options.EnableCookieEncryption]: true,
  // Only the archive that was packed, unaltered. The check of its hash exists on Windows and macOS.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, never from files.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // As in Chromium: without it, V8 checks bounds of WebAssembly in code of its own. No page of ours may run any.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** What is set in the binary: every fuse, or nothing at all. */
export const FUSE_CONFIG = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  ...FUSES,
} satisfies FuseConfig;
