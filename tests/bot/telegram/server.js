// Start de Bot API-server op de poort uit het eerste argument en zegt het als hij klaar is.
const TelegramServer = require("telegram-test-api");
const server = new TelegramServer({ port: Number(process.argv[2]), host: "127.0.0.1", storeTimeout: 600 });
server.start().then(() => console.log("klaar"));
