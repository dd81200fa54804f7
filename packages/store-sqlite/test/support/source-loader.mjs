// A thread resolves a package from where the process began; from here it is found.
import 'jiti/register';
