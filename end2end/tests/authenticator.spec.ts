// Passkeys by an authenticator that is neither ours nor the browser's.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, Server, test } from './support';

test('a software authenticator signs up and in, and none of its forgeries does', async () => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true', MERIT_LIMITS_TIMES: '1000' });
  try {
    const origin = server.url.replace('127.0.0.1', 'localhost');
    const python = process.env.AUTHENTICATOR ?? 'python3';
    const { stdout } = await promisify(execFile)(python, ['authenticator/passkeys.py', origin]);
    expect(stdout.match(/^ok: /gm)?.length).toBeGreaterThan(12);
  } finally {
    await server.remove();
  }
});
