/** One file inside a bundle's tar: `manifest.json`, `data/<record>.ndjson` or `office.db`. */
export type BundleEntry = { name: string; content: Uint8Array };
