/**
 * What the page may do: scripts of its own alone and none made from text, nothing from or to another
 * host. WebAssembly is the solver; styles are inline because the interface library writes them so.
 */
const DIRECTIVES = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'media-src': "'self' blob:",
  'connect-src': "'self' data: blob:",
  'worker-src': "'self'",
  'frame-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'none'",
};

const written = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** As the page itself says it, wherever it is served from. */
export const POLICY = written(DIRECTIVES);

/** What a server says besides: things that a page can't say of itself. */
export const HEADERS = {
  'Content-Security-Policy': written({ ...DIRECTIVES, 'frame-ancestors': "'self'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
