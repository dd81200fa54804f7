export { type InstantRail, instantNetworks } from './instant-networks.ts';
export { type SandboxIso20022Settings, sandboxIso20022 } from './sandbox-iso20022.ts';
