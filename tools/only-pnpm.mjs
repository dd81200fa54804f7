// Stops `npm install` and `yarn` with one sentence: the workspace needs the pinned pnpm.
const agent = process.env.npm_config_user_agent ?? '';
if (!agent.startsWith('pnpm/')) {
  console.error('Polyrail is a pnpm workspace. Run "npm start" or "npm test": they install everything themselves.');
  process.exit(1);
}
