/**
 * Settings that pass lib/env's checks and lead nowhere: a test that reaches the network or a database without saying
 * so fails. Integration tests put the address of their own database in place before the first query.
 */
const nowhere = {
  APP_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  STRIPE_SECRET_KEY: 'sk_test_none',
  STRIPE_WEBHOOK_SECRET: 'whsec_none',
  STRIPE_API_URL: 'http://127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'CECS <cecs@example.test>',
};

const keys = ['CECS_DATA_KEY', 'CECS_INDEX_KEY', 'CECS_PEPPER', 'CECS_TOKEN_KEY'];

Object.assign(process.env, nowhere);
keys.forEach((name, index) => {
  process.env[name] = Buffer.alloc(32, index + 1).toString('base64url');
});
