module zoom.test/host

go 1.25
