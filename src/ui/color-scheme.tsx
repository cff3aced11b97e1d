import { ColorSchemeScript } from '@mantine/core';

/** Goes into <head>: sets light or dark before the first paint, as remembered in this browser or as the system says. */
export function ColorScheme({ nonce }: { nonce: string }) {
  return <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />;
}
