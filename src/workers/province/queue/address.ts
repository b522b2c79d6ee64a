/** A Redis or Valkey server as the user named it. */
export interface Address {
  readonly options: {
    readonly host: string;
    readonly port: number;
    readonly db: number;
    readonly username?: string;
    readonly password?: string;
    readonly tls?: { readonly servername: string };
  };
  /** Host and port, for people: never a password. */
  readonly shown: string;
  /** Words that must not be said to anybody. */
  readonly secrets: readonly string[];
}

const PORT = 6379;

/**
 * Reads `redis://[user[:password]@]host[:port][/database]`, or `rediss://` for TLS. A password of the
 * environment serves where the address has none.
 *
 * @returns null if it is no such address: what is wrong with it is not said, since it may be a password
 */
export function addressOf(text: string, password?: string): Address | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const tls = url.protocol === 'rediss:';
  if (!tls && url.protocol !== 'redis:') return null;
  const database = url.pathname.replace(/^\//, '');
  if (!url.hostname || !/^\d*$/.test(database)) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? PORT : Number(url.port);
  const given = decoded(url.password) || password || '';
  const username = decoded(url.username);
  return {
    options: {
      host,
      port,
      db: Number(database || 0),
      ...(username ? { username } : {}),
      ...(given ? { password: given } : {}),
      ...(tls ? { tls: { servername: host } } : {}),
    },
    shown: `${url.hostname}:${port}`,
    secrets: [given, url.password].filter((secret) => secret.length > 0),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A text without anything secret in it. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}
