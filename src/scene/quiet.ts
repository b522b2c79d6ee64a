import { setConsoleFunction } from 'three';

/** @react-three/fiber still makes a `THREE.Clock`, which three reports at every start. */
const OF_NO_USE = 'THREE.Clock: This module has been deprecated';

/** Keeps what three says about its own future off the console; everything else goes there as ever. */
setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...rest: unknown[]) => {
  if (message.startsWith(OF_NO_USE)) return;
  // biome-ignore lint/suspicious/noConsole: handed on, not written here
  console[type](message, ...rest);
});
