import { describeTwoWorlds } from './two-worlds';

describeTwoWorlds(false);
