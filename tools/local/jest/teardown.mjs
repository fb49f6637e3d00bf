/** Stops what `setup.mjs` started. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export
export default async function teardown() {
  await globalThis.stopTestServers?.();
}
