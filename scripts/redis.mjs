import { existsSync } from 'node:fs';
import { fail } from './dependencies.mjs';
import { installPackages, onPath } from './packages.mjs';

const NAMES = ['redis-server', 'valkey-server'];

/** Path of a Redis or Valkey server that tests can start, installed when there is none. */
export function ensureRedis() {
  const given = process.env.REDIS_SERVER_PATH;
  if (given) {
    if (existsSync(given)) return given;
    fail(
      `REDIS_SERVER_PATH 指向的文件不存在:${given}`,
      `REDIS_SERVER_PATH names no file: ${given}`,
    );
  }
  const places = [
    ...onPath(NAMES),
    ...NAMES.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]),
    ...NAMES.map((name) => `/opt/homebrew/bin/${name}`),
  ];
  const found = () => places.find((place) => existsSync(place));
  const present = found();
  if (present) return present;
  process.stderr.write('未找到 Redis 服务器,正在安装……\nNo Redis server found; installing one…\n');
  if (installPackages('redis-server') || installPackages('valkey-server')) {
    const packaged = found();
    if (packaged) return packaged;
  }
  return fail(
    '测试需要 Redis 或 Valkey 服务器(redis-server),此处无法安装。请自行安装,或用 REDIS_SERVER_PATH 指明其路径;不测队列时可只跑某一部分,如 npm test -- e2e。',
    'The tests need a Redis or Valkey server (redis-server), and it could not be installed. Install one, or name it in REDIS_SERVER_PATH; parts without the queue run by themselves, such as npm test -- e2e.',
  );
}
