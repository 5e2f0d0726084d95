// A thread beside the program's main one: does parts of its work.
require('./load.js').loadBundle('helper', 'tasks').exports.serveTasks();
