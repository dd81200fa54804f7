import { sepaSct } from '../../../src/profile/network/sepa-sct.ts';
import { describeProfile } from '../support/profile-cases.ts';
import { sepaCases, sepaSamples } from '../support/sepa-cases.ts';

describeProfile(sepaSct, sepaSamples({}, {}, {}), sepaCases('SCT'));
