import { describeTwoWorlds } from './two-worlds';

describeTwoWorlds(true);
