import type { Words } from '../../scenarios/problem';

const words = (zh: string, en: string, remedyZh: string, remedyEn: string): Words => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

/** What is refused of a queue. */
export const QUEUE_REFUSALS = {
  noAddress: (variable: string) =>
    words(
      '没有写明 Redis 服务器',
      'No Redis server is named',
      `写 --queue redis://主机:6379，或设环境变量 ${variable}`,
      `Write --queue redis://host:6379, or set ${variable}`,
    ),
  notAddress: () =>
    words(
      '这不是 Redis 地址',
      'This is no address of a Redis server',
      '写成 redis://主机:端口，加密用 rediss://；密码放在环境变量 REDIS_PASSWORD 里最稳妥',
      'Write redis://host:port, or rediss:// for TLS; a password is safest in REDIS_PASSWORD',
    ),
  noServer: (reason: string) =>
    words(
      `连不上 Redis 服务器（${reason}）`,
      `The Redis server can't be reached (${reason})`,
      '请检查地址、端口、防火墙，以及服务器是否已启动',
      'Check the address, the port, the firewall, and that the server runs',
    ),
  certificate: (reason: string) =>
    words(
      `不信任 Redis 服务器的证书（${reason}）`,
      `The certificate of the Redis server is not trusted (${reason})`,
      '把签发它的 CA 证书（PEM）写入环境变量 NODE_EXTRA_CA_CERTS',
      'Name the file of its authority (PEM) in NODE_EXTRA_CA_CERTS',
    ),
  wrongPassword: () =>
    words(
      'Redis 服务器不接受这个用户名或密码',
      'The Redis server does not accept this user or password',
      '请核对地址中的密码，或环境变量 REDIS_PASSWORD',
      'Check the password in the address, or in REDIS_PASSWORD',
    ),
  needsPassword: () =>
    words(
      'Redis 服务器要求密码',
      'The Redis server asks for a password',
      '设环境变量 REDIS_PASSWORD，或写在地址里：redis://:密码@主机',
      'Set REDIS_PASSWORD, or write it into the address: redis://:password@host',
    ),
  needsQueue: (flag: string) =>
    words(
      `${flag} 只用于队列上的推演`,
      `${flag} is for sweeps on a queue`,
      '加上 --queue redis://主机',
      'Add --queue redis://host',
    ),
  cancelWhat: () =>
    words(
      '没有写明取消哪一个推演',
      'It is not said which sweep is to be cancelled',
      '写 --attach 编号 --cancel',
      'Write --attach ID --cancel',
    ),
  unknownSweep: (id: string, known: readonly string[]) =>
    words(
      `服务器上没有推演 ${id}`,
      `There is no sweep ${id} on the server`,
      known.length > 0
        ? `服务器上有：${known.join('、')}`
        : '服务器上没有进行中的推演；已完成的请看它的日志与表格',
      known.length > 0
        ? `There are ${known.join(', ')}`
        : 'None is under way there; of one that is done, see its journal and tables',
    ),
  otherVersion: (id: string, version: string, own: string) =>
    words(
      `推演 ${id} 由另一版本或另一运行环境提交（${version}，现为 ${own}）`,
      `The sweep ${id} was handed in by another version or runtime (${version}; this is ${own})`,
      '用与提交时相同的版本与 Node.js',
      'Use the version and the Node.js of then',
    ),
  owned: (id: string) =>
    words(
      `推演 ${id} 已有人在接收结果`,
      `The sweep ${id} has an owner who is at it`,
      '在那边按 Ctrl-C 离开后再接管',
      'Let it go there by Ctrl-C, then attach to it',
    ),
} as const;
