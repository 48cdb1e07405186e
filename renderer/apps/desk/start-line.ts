import { connection } from '../../rpc/client.ts';

// First of all modules: the line to the office is opened while the browser still reads the screens.
connection.start();
