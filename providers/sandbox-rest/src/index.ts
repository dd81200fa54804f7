export { type SandboxRestSettings, sandboxRest } from './sandbox-rest.ts';
