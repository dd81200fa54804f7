// A process resolves a package from where it began; from here it is found.
import 'jiti/register';
