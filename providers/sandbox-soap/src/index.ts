export { loadSandboxSoap, type SandboxSoapSettings } from './sandbox-soap.ts';
