module zoom.test/host

go 1.26.7

require github.com/mattermost/mattermost/server/public v0.4.4 // indirect
